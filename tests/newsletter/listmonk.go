// What listmonk does with a campaign (knadh/listmonk, models/campaigns.go): the body is a template of html/template and
// the text one of text/template, with functions for the reader's own addresses. Reads two files, writes both as JSON.
package main

import (
	"bytes"
	"encoding/json"
	"html/template"
	"io"
	"os"
	text "text/template"
)

func main() {
	var letters []map[string]string
	data, err := io.ReadAll(os.Stdin)
	if err == nil {
		err = json.Unmarshal(data, &letters)
	}
	if err != nil {
		panic(err)
	}
	plain := map[string]any{
		"UnsubscribeURL": func() string { return "https://mail.example.org/afmelden?lezer=1" },
		"MessageURL":     func() string { return "https://mail.example.org/brief?lezer=1" },
	}
	rich := map[string]any{"Safe": func(html string) template.HTML { return template.HTML(html) }}
	for name, each := range plain {
		rich[name] = each
	}
	for _, letter := range letters {
		var html, words bytes.Buffer
		body, err := template.New("content").Funcs(rich).Parse(letter["html"])
		if err == nil {
			err = body.Execute(&html, nil)
		}
		if err != nil {
			letter["fault"] = err.Error()
			continue
		}
		other, err := text.New("text").Funcs(plain).Parse(letter["text"])
		if err == nil {
			err = other.Execute(&words, nil)
		}
		if err != nil {
			letter["fault"] = err.Error()
			continue
		}
		letter["html"], letter["text"] = html.String(), words.String()
	}
	if err := json.NewEncoder(os.Stdout).Encode(letters); err != nil {
		panic(err)
	}
}

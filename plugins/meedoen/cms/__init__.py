"""The editor in the browser: Decap CMS, set up from the field table and the network. Values in, texts of files out."""

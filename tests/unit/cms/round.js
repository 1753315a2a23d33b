// Questions as lines of JSON: {table, text} or {table, data}; answers likewise: {data, same, anew} or {text}.
const [library, fields, script] = process.argv.slice(2);
const window = {};
new Function("window", require("node:fs").readFileSync(fields, "utf8"))(window);
const editor = require(script)(require(library), window.MEEDOEN);
const copy = (value) => JSON.parse(JSON.stringify(value)); // as the editor keeps it
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const asked = JSON.parse(line);
  const format = editor.format(editor.tables[asked.table]);
  const answer = (found) => process.stdout.write(JSON.stringify(found) + "\n");
  if (asked.data) return answer({ text: format.toFile(asked.data) });
  const data = copy(format.fromFile(asked.text));
  const { _bestand: source, ...plain } = data;
  const changed = { ...data, ...asked.change };
  answer({ data: plain, same: format.toFile(data), anew: format.toFile(plain), changed: format.toFile(changed) });
});

"""The editor in the browser: Decap CMS, set up from the field table and the network. Values in, texts of files out.

`config` and `widgets` make its configuration, `backend` says at which forge it saves; `bestand.js` reads and writes our
files in it.
"""

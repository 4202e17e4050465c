#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Answers for the authorities that card_pki.sh made: OCSP by `openssl ocsp`, and lists.

    card_authority.py FOLDER

Listens on a free port of 127.0.0.1, writes its number on a line, and ends when its standard input
does. POST /ocsp/NAME asks the responder of that authority; /ocsp/replay gives every question the
first answer again, /ocsp/poser signs as the card itself, /ocsp/later says 503, /ocsp/noise no OCSP.
GET /crl/NAME is the list of that authority, /crl/all.pem those of root and citizen together.
"""
import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

folder = pathlib.Path(sys.argv[1])
kept = {}


def answer(question, authority, signer, key):
    with tempfile.TemporaryDirectory(dir=folder) as place:
        asked, told = pathlib.Path(place, "q"), pathlib.Path(place, "a")
        asked.write_bytes(question)
        subprocess.run(
            ["openssl", "ocsp", "-index", f"{folder}/{authority}/index.txt",
             "-CA", f"{folder}/{authority}.pem", "-rsigner", f"{folder}/{signer}",
             "-rkey", f"{folder}/{key}", "-reqin", asked, "-respout", told, "-nmin", "60"],
            check=True, timeout=20, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return told.read_bytes()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def reply(self, status, body=b"", sort="application/octet-stream"):
        self.send_response(status)
        self.send_header("Content-Type", sort)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        question = self.rfile.read(int(self.headers["Content-Length"]))
        name = self.path.removeprefix("/ocsp/")
        if name == "later":
            self.reply(503)
        elif name == "noise":
            self.reply(200, b"<html>no OCSP here</html>")
        elif name == "replay":
            if name not in kept:
                kept[name] = answer(question, "citizen", "citizen-responder.pem", "responder.key")
            self.reply(200, kept[name])
        elif name == "poser":
            self.reply(200, answer(question, "citizen", "valid.pem", "card.key"))
        else:
            self.reply(200, answer(question, name, f"{name}-responder.pem", "responder.key"))

    def do_GET(self):
        name = self.path.removeprefix("/crl/")
        if name == "all.pem":
            self.reply(200, b"".join(
                (folder / f"{each}.crl.pem").read_bytes() for each in ("root", "citizen")))
        elif (folder / f"{name}.crl").is_file():
            self.reply(200, (folder / f"{name}.crl").read_bytes())
        else:
            self.reply(404)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()

# SPDX-License-Identifier: Apache-2.0
"""A gateway for short messages on 127.0.0.1, for tests: python3 sms_gateway.py

Prints its port, takes messages by POST /ok, /form, /500, /403, /stall, and ends when its standard
input does. GET /last answers the code of the last message, /count how many came.
"""
import http.server
import json
import os
import re
import sys
import threading
import time
import urllib.parse

messages = []


class Handler(http.server.BaseHTTPRequestHandler):
    timeout = 10

    def log_message(self, *_):
        pass

    def answer(self, status, body=""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body.encode())
        except OSError:
            pass

    def do_GET(self):
        if self.path == "/count":
            return self.answer(200, str(len(messages)))
        to, text = messages[-1]
        self.answer(200, to + " " + re.search(r"\b(\d{6,8})\b", text).group(1))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/stall":
            time.sleep(3)
        if self.path in ("/500", "/403"):
            return self.answer(int(self.path[1:]), body)
        if self.path == "/form":
            got = {k: v[0] for k, v in urllib.parse.parse_qs(body).items()}
        else:
            if self.headers.get("X-Key") != "geheim-77":
                return self.answer(401)
            got = json.loads(body)
        messages.append((got["to"], got["text"]))
        self.answer(202)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)

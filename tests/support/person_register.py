# SPDX-License-Identifier: Apache-2.0
"""A register of persons on 127.0.0.1, for tests: python3 person_register.py [CERTIFICATE KEY]

Prints its port, then answers each POST by what the question's path says, and ends when its standard
input does. What it was asked is kept: GET /seen answers it line by line.
"""
import http.server
import json
import os
import ssl
import sys
import threading
import time

seen = []
counts = {}
PERSON = {"first_name": "Lucas", "last_name": "Maes", "birth_date": "1980-01-01", "sex": "M",
          "language": "fr"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def log_message(self, *_):
        pass

    def answer(self, status, body, headers=()):
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass

    def do_GET(self):
        self.answer(200, "\n".join(seen))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        seen.append(f"{self.path} {self.headers.get('Authorization', '-')} {body.decode()}")
        number = json.loads(body)["number"]
        person = json.dumps(dict(PERSON, number=number))
        count = counts[self.path] = counts.get(self.path, 0) + 1
        plain = {
            "/ok": (200, person),
            "/unknown": (404, ""),
            "/forbidden": (403, ""),
            "/broken": (500, ""),
            "/garbage": (200, "<html>"),
            "/nested": (200, '{"number":"%s","name":{"first":"x"}}' % number),
            "/twice": (200, '{"number":"%s","number":"%s"}' % (number, number)),
            "/other": (200, json.dumps(dict(PERSON, number="93051822361"))),
            "/nameless": (200, json.dumps({"number": number, "first_name": "x"})),
            "/long": (200, person + " " * 100_000),
            "/moved": (302, ""),
        }
        if self.path in plain:
            headers = [("Location", "/ok")] if self.path == "/moved" else []
            self.answer(*plain[self.path], headers)
        elif self.path == "/second":
            self.answer(*((500, "") if count == 1 else (200, person)))
        elif self.path == "/busy":
            self.answer(*((429, "", [("Retry-After", "1")]) if count == 1 else (200, person)))
        elif self.path == "/slow":
            time.sleep(3)
            self.answer(200, person)
        else:
            self.answer(400, "")


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):  # who does not trust the certificate goes away
        pass


def main():
    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if len(sys.argv) == 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True,
                                            do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Timer(120, os._exit, [1]).start()  # whatever becomes of the test
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()

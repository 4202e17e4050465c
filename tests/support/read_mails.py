# SPDX-License-Identifier: Apache-2.0
"""What mails in a folder say, read by Python's own email package: python3 read_mails.py FOLDER

One block a mail: its headers decoded, then its parts. Ends with 1 where a mail breaks a rule: lines
that are too long, bytes beyond ASCII, headers that came in by a name, parts that are missing.
"""
import email
import email.policy
import pathlib
import sys

LINE = 78 + 2
ONCE = ("Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
        "Auto-Submitted", "Content-Language")


def main():
    for file in sorted(pathlib.Path(sys.argv[1]).glob("*.eml")):
        raw = file.read_bytes()
        raw.decode("ascii")
        long = [line for line in raw.splitlines(True) if len(line) > LINE]
        assert all(b"; boundary=" in line for line in long), long  # libcurl's, below the limit of 998
        assert b"\n" not in raw.replace(b"\r\n", b""), "a bare line feed"
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        assert not mail.defects, mail.defects
        for name in ONCE:
            assert len(mail.get_all(name, [])) == 1, name
        assert mail["Bcc"] is None and mail["Date"].datetime.tzinfo is not None
        assert mail.get_content_type() == "multipart/alternative"
        parts = list(mail.iter_parts())
        assert [part.get_content_type() for part in parts] == ["text/plain", "text/html"]
        print(f"mail {file.stem}")
        for name in ("X-Envelope", "X-Secure", "From", "To", "Reply-To", "Subject", "Message-ID",
                     "Auto-Submitted", "Content-Language", "Date"):
            if mail[name] is not None:
                print(f"{name}: {str(mail[name]).strip()}")
        for part in parts:
            print(f"{part.get_content_type()}:\n{part.get_content()}".replace("\r", ""), end="")


main()

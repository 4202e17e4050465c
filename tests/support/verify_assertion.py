# SPDX-License-Identifier: Apache-2.0
"""Verifies a signed assertion with a library of another make: verify_assertion.py SET AUDIENCE ISSUER
reads the token on standard input and prints its claims."""
import json
import sys

import jwt

token = sys.stdin.read().strip()
with open(sys.argv[1], encoding="utf-8") as file:
    keys = {key["kid"]: key for key in json.load(file)["keys"]}
head = jwt.get_unverified_header(token)
key = jwt.PyJWK(keys[head["kid"]]).key
claims = jwt.decode(token, key, algorithms=["ES256", "RS256"], audience=sys.argv[2],
                    issuer=sys.argv[3], options={"verify_exp": False, "verify_iat": False})
print(json.dumps(claims, sort_keys=True))

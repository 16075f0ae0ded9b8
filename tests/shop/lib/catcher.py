"""A mail server for tests: says as JSON, a line each, what it was given. Usage: catcher.py PORT"""

import email
import json
import signal
import sys
from email import policy

from aiosmtpd.controller import Controller


class Catcher:
    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=policy.default)
        body = {kind: part.get_content() if (part := message.get_body((kind,))) else "" for kind in ("html", "plain")}
        print(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "parts": [[part.get_content_type(), part.get_content_charset()] for part in message.walk() if not part.is_multipart()],
            "names": [name.lower() for name in message.keys()],
            "headers": {name.lower(): str(value) for name, value in message.items()},
            **body,
        }), flush=True)
        return "250 OK"


server = Controller(Catcher(), hostname="127.0.0.1", port=int(sys.argv[1]), enable_SMTPUTF8=True)
server.start()
print("{}", flush=True)
signal.sigwait({signal.SIGTERM, signal.SIGINT})
server.stop()

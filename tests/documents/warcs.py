"""Records of web archives put together by hand, for what no program would write."""


def record(body, kind="text/plain", **headers):
    """A record whose answer is ``body``, sent under those headers."""
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n".encode()
    sent += b"".join(f"{k.replace('_', '-')}: {v}\r\n".encode() for k, v in headers.items())
    sent += b"\r\n" + body
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://v.example/\r\n"
    return head + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(sent), sent)

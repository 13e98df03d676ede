"""Posts a review, repeats it, searches, and follows what changes: with Python's standard library alone.

    POSTIL_URL=http://127.0.0.1:3000 POSTIL_KEY=pst_... python3 examples/python/sync.py
"""

import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

URL = os.environ.get("POSTIL_URL", "http://127.0.0.1:3000")
KEY = os.environ["POSTIL_KEY"]
TRIES = 4


def ask(method, path, query=None, body=None, headers=None):
    """Sends a request, again when the server is busy or its answer was lost, and gives status and JSON.

    A POST that may be sent again has an Idempotency-Key, the same one each time.
    """
    target = URL + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": "Bearer " + KEY, "Accept": "application/json", **(headers or {})}
    if data is not None:
        headers["Content-Type"] = "application/json"
    for attempt in range(1, TRIES + 1):
        request = urllib.request.Request(target, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.loads(error.read() or b"{}")
            if error.code not in (429, 503) or attempt == TRIES:
                raise SystemExit(f"{error.code} {problem.get('code')}: {problem.get('detail')}")
            time.sleep(float(error.headers.get("Retry-After", attempt)))
        except urllib.error.URLError:
            if attempt == TRIES or (method == "POST" and "Idempotency-Key" not in headers):
                raise
            time.sleep(attempt)


def post_review(review, idempotency_key):
    """Sent again with the same key, it answers with the review that is there already."""
    return ask("POST", "/v1/reviews", body=review, headers={"Idempotency-Key": idempotency_key})[1]


def sync(mirror, since):
    """Brings a mirror, a dict of slugs by (type, id), up to date. Returns the `since` of the next time."""
    while True:
        _, answer = ask("GET", "/v1/changes", {"since": since})
        for change in answer["data"]:
            place = (change["type"], change["id"])
            if change["change"] == "gone":
                mirror.pop(place, None)
            else:
                mirror[place] = change["slug"]
        if answer["page"]["next"] is None:
            return answer["version"]
        since = answer["page"]["next"]


def main():
    mirror = {}
    since = sync(mirror, 0)
    print(f"{len(mirror)} things at version {since}")

    key = str(uuid.uuid4())
    review = {
        "paper": {"title": "Attention Is All You Need", "identifiers": {"arxiv": "1706.03762"}},
        "title": "어텐션을 다시 읽다",
        "body": "## 방법\n\n모든 단어가 모든 단어를 본다: $n^2$.",
        "language": "ko",
        "tags": ["transformer"],
        "status": "published",
    }
    posted = post_review(review, key)
    again = post_review(review, key)
    print("posted", posted["slug"])
    print("repeated", again["id"] == posted["id"])

    _, found = ask("GET", "/v1/reviews", {"q": "어텐션", "fields": "id,title"})
    print("found", any(one["id"] == posted["id"] for one in found["data"]))

    since = sync(mirror, since)
    print("mirrored", mirror[("review", posted["id"])] == posted["slug"])


if __name__ == "__main__":
    main()

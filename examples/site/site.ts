// Part of the example frontend; run it with: npx tsx examples/site/main.ts http://127.0.0.1:3000
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type Fetch, openApi, PageFault } from './client.ts';
import { type Html, html } from './html.ts';
import { pages } from './pages.ts';
import { style } from './style.ts';

/** A site over the API at an address; it listens nowhere yet. */
export function createSite(address: string, fetch: Fetch = globalThis.fetch): Server {
  const api = openApi(address, fetch);
  return createServer(async ({ url = '/' }, response) => {
    if (url === '/style.css') return send(response, 200, 'text/css', style);
    if (url.startsWith('/v1/images/')) return void response.writeHead(307, { location: address + url }).end();
    try {
      const { pathname, searchParams } = new URL(`http://site${url}`);
      const [name = '', reference, ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
      const page = rest.length === 0 && Object.hasOwn(pages, name) && pages[name];
      if (!page) throw new PageFault(404, 'There is no such page.');
      const { title, main } = await page(api, reference, searchParams);
      sendPage(response, 200, title, main, searchParams.get('q'));
    } catch (error) {
      const { status, message } = faultOf(error);
      sendPage(response, status, `${status}`, html`<h1>${status}</h1><p>${message}</p>`);
    }
  });
}

function faultOf(error: unknown): PageFault {
  if (error instanceof PageFault) return error;
  if (error instanceof URIError) return new PageFault(400, 'The address is malformed.');
  console.error(error);
  return new PageFault(502, 'The API could not be reached.');
}

function sendPage(
  response: ServerResponse,
  status: number,
  title: string,
  main: Html,
  q: string | null = '',
) {
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">Marginalia</a> <a href="/archive">Archive</a>
<form action="/search" role="search"><input type="search" name="q" aria-label="Search" placeholder="Search" value="${q}"></form></header>
<main>${main}</main></body>
</html>
`;
  send(response, status, 'text/html', page.text);
}

function send(response: ServerResponse, status: number, type: string, content: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src http: https: data:; form-action 'self'",
  });
  response.end(content);
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { writePolicy } from '../content/pages/layout.ts';
import { linksOf } from '../http/assets.ts';
import { addressOf, siteOf } from '../http/plugins/urls.ts';
import { sendFixed } from '../http/subject.ts';
import { Problem } from '../problems.ts';
import { closed } from '../wire.ts';
import { Guide } from './guide.ts';
import { writeGuidePage, writeLlms, writeLlmsFull } from './guide-page.ts';

const policy = writePolicy({ 'script-src': "'self'", 'connect-src': "'self'" });
const config = { access: 'open', hasPages: true } as const;
const schema = { hide: true };
const params = closed({ file: Type.String({ maxLength: 100 }) });

/** The guide: `docs/` as pages, for people, and as Markdown, for programs. */
export const guideRoutes: FastifyPluginAsyncTypebox = async (app) => {
  let opened: Guide | undefined;
  const open = () => (opened ??= new Guide());
  let indexed: Promise<string> | undefined;

  async function sendDocument(request: FastifyRequest, reply: FastifyReply, name: string) {
    const guide = open();
    const document = guide.documents.get(name);
    if (!document) throw new Problem('not-found', 'The guide has no such page.');
    const page = writeGuidePage(guide, document, await guide.render(document), linksOf(request));
    reply.header('Content-Security-Policy', policy).type('text/html; charset=utf-8');
    return sendFixed(reply, page);
  }

  app.get('/docs/guide', { config, schema }, async (request, reply) =>
    reply.code(308).header('Location', addressOf(request, '/docs/guide/')).send(),
  );
  app.get('/docs/guide/', { config, schema }, async (request, reply) => sendDocument(request, reply, ''));

  app.get('/docs/guide/:file', { config, schema: { ...schema, params } }, async (request, reply) => {
    const { file } = request.params;
    const guide = open();
    if (file === 'search.json') {
      indexed ??= guide.index().then((sections) => JSON.stringify(sections));
      indexed.catch(() => (indexed = undefined));
      return sendFixed(reply.type('application/json; charset=utf-8'), await indexed);
    }
    if (guide.files.has(file)) {
      reply.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      return sendFixed(reply.type('image/svg+xml'), guide.readFile(file));
    }
    const [, name = ''] = /^(.+)\.md$/.exec(file) ?? [];
    const asMarkdown = guide.documents.get(name === 'README' ? '' : name);
    if (name !== '' && asMarkdown)
      return sendFixed(reply.type('text/markdown; charset=utf-8'), asMarkdown.markdown);
    return sendDocument(request, reply, file);
  });

  app.get('/llms.txt', { config, schema }, async (request, reply) =>
    sendFixed(reply.type('text/plain; charset=utf-8'), writeLlms(open(), siteOf(request).addressOf)),
  );
  app.get('/llms-full.txt', { config, schema }, async (_request, reply) =>
    sendFixed(reply.type('text/plain; charset=utf-8'), writeLlmsFull(open())),
  );
};

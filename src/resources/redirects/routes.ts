import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entities } from '../../entities.ts';
import { releaseWhenSent } from '../../http/answers.ts';
import { detailQuery, type ListQuery } from '../../query/query.ts';
import { readOne, runList } from '../../query/run.ts';
import { matchReference } from '../../slugs/slugged.ts';
import { closed, Uuid } from '../../wire.ts';
import { defineResource } from '../define-resource.ts';
import { redirectList } from './list.ts';
import { openLocator } from './location.ts';
import {
  NewRedirect,
  Redirect,
  RedirectFields,
  RedirectFieldsPage,
  RedirectPage,
  RedirectPatch,
} from './schema.ts';
import { openRedirects } from './store.ts';

const conflicts = ['conflict'] as const;
const matchRedirect = (id: string) => matchReference(entities.redirect.table, id);

export const redirectRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { complete, create, change, remove } = openRedirects(openLocator(app.config));

  const readPage = async ({ server, query, viewer }: FastifyRequest, reply: FastifyReply) => {
    const page = await runList(server.db, redirectList, query as ListQuery, viewer, {
      onReservation: releaseWhenSent(reply),
    });
    return { ...page, data: page.data.map(complete) };
  };

  await app.register(
    defineResource({
      kind: 'redirect',
      params: closed({ redirect: Uuid({ description: 'The id of the redirect.' }) }),
      list: redirectList as never,
      schemas: {
        ...{ whole: Redirect, page: RedirectPage, fieldsPage: RedirectFieldsPage },
        ...{ input: NewRedirect, patch: RedirectPatch },
      },
      match: matchRedirect,
      listing: {
        description:
          'Former addresses of the site, such as those of an imported blog. With `path`, what a frontend asks before it answers 404: one redirect, or none. Those to reviews that are not public only a key with `drafts:read` sees.',
      },
      readPage,
      read: {
        query: detailQuery(redirectList),
        fields: RedirectFields,
        find: async ({ server, viewer, query }, id) => {
          const found = await readOne(server.db, redirectList, viewer, matchRedirect(id), query as object);
          return found && complete(found);
        },
      },
      create: {
        description:
          'A path has one redirect. The public sees it while it sees what it leads to; one that the public sees takes `reviews:publish` to be made, changed or deleted.',
        ...{ conflicts, run: create },
      },
      change: { conflicts, run: change },
      remove: { run: remove },
    }),
  );
};

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { SQL } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TObject, type TSchema, Type } from 'typebox';
import type { Viewer } from '../access/viewer.ts';
import type { Db } from '../db/driver/client.ts';
import type { EntityKind } from '../db/schema/tables.ts';
import type { Precondition } from '../db/unit-of-work/lock.ts';
import { entities } from '../entities.ts';
import { releaseWhenSent, sendCreated, sendPage, useFieldsSchema } from '../http/answers.ts';
import { itself } from '../http/plugins/conditional-requests.ts';
import { type Format, isJson } from '../http/plugins/formats.ts';
import { redirectRenamed, sendMoved, sendPut } from '../http/redirects.ts';
import { hideFromWrites } from '../http/visibility.ts';
import type { ProblemCode } from '../problem-types.ts';
import { detailQuery, type ListQuery, listQuery, pageQuery } from '../query/query.ts';
import { type ListPage, readOne, runList } from '../query/run.ts';
import { listScope } from '../query/scope.ts';
import type { ListSpec } from '../query/spec.ts';
import type { Put } from '../slugs/put.ts';
import { matchReference } from '../slugs/slugged.ts';
import { closed, ref, wholeOrFields } from '../wire.ts';
import { addForms } from './define-forms.ts';

type Created<Row> = Row & { id: string };
type Summary<Row> = Created<Row> & { slug: string };

/** The documentation of one operation, beside what follows from its kind. */
interface Documented {
  summary?: string;
  description?: string;
  conflicts?: readonly ProblemCode[];
  /** Examples for Swagger UI that override those of the schemas. */
  examples?: { params?: Record<string, string>; body?: object };
}

/** The resource of a kind of entity: its collection and members. */
export interface Resource<Row, New, Patch> {
  kind: EntityKind;
  /** The path parameter, named as the kind. */
  params: TObject;
  list: ListSpec<Row, Viewer>;
  schemas: {
    whole: TSchema;
    page: TSchema;
    fieldsPage: TSchema;
    input: TSchema;
    patch: TSchema;
  };
  /** The condition of a reference, for a kind with hidden entities: writes of those are a 404. */
  match?: (reference: string) => SQL;
  listing: { description: string; formats?: readonly Format[]; query?: TSchema; literalQuery?: boolean };
  /** Reads a page; by default `runList` of the list. */
  readPage?: (request: FastifyRequest, reply: FastifyReply) => Promise<ListPage<Row>>;
  /** Reads one; without it the kind has a read route of its own. */
  read?: {
    description?: string;
    fields: TSchema;
    formats?: readonly Format[];
    /** By default `fields` and `include` of the list. */
    query?: TSchema;
    /** Finds one that the viewer may see; by default the one of the list with the reference as its id or slug. */
    find?: (request: FastifyRequest, reference: string) => Promise<Row | undefined>;
    /** Finds the slug of one whose reference ends like a form, which goes before that. */
    findWithEnding?: (request: FastifyRequest, reference: string) => Promise<string | undefined>;
  };
  create: Documented & { run: (db: Db, input: New, viewer: Viewer) => Promise<Created<Row>> };
  /** Of a kind whose addresses are chosen: those that have only ids are changed by PATCH alone. */
  replace?: Documented & {
    run: (
      db: Db,
      reference: string,
      expected: Precondition,
      input: New,
      viewer: Viewer,
    ) => Promise<Put<Summary<Row>>>;
  };
  change: Documented & {
    run: (db: Db, reference: string, expected: Precondition, patch: Patch, viewer: Viewer) => Promise<Row>;
  };
  remove: Documented & {
    query?: TSchema;
    run: (db: Db, reference: string, expected: Precondition, viewer: Viewer, query: never) => Promise<void>;
  };
}

const paramOf = (request: FastifyRequest, kind: EntityKind) =>
  (request.params as Record<EntityKind, string>)[kind];

/** Sends one entity; a former slug is a 308, any other unknown reference a 404. */
export async function sendFound<Found>(
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, visible }: { kind: EntityKind; visible: (viewer: Viewer) => SQL | undefined },
  found: Found | undefined,
): Promise<Found | FastifyReply> {
  if (found !== undefined) {
    useFieldsSchema(request, reply);
    return found;
  }
  const { server, viewer } = request;
  return redirectRenamed(server.db, request, reply, entities[kind], paramOf(request, kind), visible(viewer));
}

/** Defines the usual operations of a kind of entity: list, read, create, replace, change and delete. */
export function defineResource<Row extends object, New, Patch>(
  resource: Resource<Row, New, Patch>,
): FastifyPluginAsyncTypebox {
  const { kind, params, list, schemas, listing, read, create, replace, change, remove } = resource;
  const { plural, scope } = entities[kind];
  const tags = [plural];
  const name = capitalize(kind);
  const [collection, member] = [`/v1/${plural}`, `/v1/${plural}/:${kind}`];
  const readPage =
    resource.readPage ??
    ((request, reply) =>
      runList(request.server.db, list, request.query as ListQuery, request.viewer, {
        asLatin1: isJson(request),
        onReservation: releaseWhenSent(reply),
      }));

  const find =
    read?.find ??
    (({ server, viewer, query }, reference) =>
      readOne(server.db, list, viewer, matchReference(entities[kind].table, reference), query as object));

  return async (app) => {
    if (resource.match) hideFromWrites(app, kind, list, resource.match);

    const listed = {
      summary: `List ${plural}`,
      operationId: `list${capitalize(plural)}`,
      tags,
    };
    const listConfig = {
      access: 'read' as const,
      ...(listing.literalQuery ? { literalQuery: true } : {}),
      scope: (query: object) => listScope(list, query as ListQuery),
    };
    const sendList = async (request: FastifyRequest, reply: FastifyReply) =>
      sendPage(request, reply, await readPage(request, reply));
    app.get(
      collection,
      {
        config: { ...listConfig, ...(listing.formats ? { formats: listing.formats } : {}) },
        schema: {
          ...listed,
          description: listing.description,
          querystring: listing.query ?? listQuery(list),
          response: { 200: wholeOrFields(schemas.page, schemas.fieldsPage) },
        },
      },
      sendList,
    );
    addForms(
      app,
      {
        url: collection,
        formats: listing.formats ?? [],
        config: listConfig,
        schema: { ...listed, querystring: pageQuery(list) },
      },
      sendList,
    );

    if (read) {
      const one = { summary: `Read a ${kind}`, operationId: `get${name}`, tags, params };
      const sendOne = async (request: FastifyRequest, reply: FastifyReply) =>
        sendFound(
          request,
          reply,
          { kind, visible: list.visible },
          await find(request, paramOf(request, kind)),
        );
      app.get(
        member,
        {
          config: { access: 'read', ...(read.formats ? { formats: read.formats } : {}), scope: itself },
          schema: {
            ...one,
            ...(read.description ? { description: read.description } : {}),
            querystring: read.query ?? detailQuery(list),
            response: { 200: wholeOrFields(schemas.whole, read.fields) },
          },
        },
        sendOne,
      );
      addForms(
        app,
        {
          url: member,
          formats: read.formats ?? [],
          config: { access: 'read', scope: itself, ignoresUnknown: true },
          schema: { ...one, querystring: closed({}) },
        },
        async (request, reply) => {
          const reference = `${paramOf(request, kind)}.${request.format.ending?.path}`;
          const slug = await read.findWithEnding?.(request, reference);
          return slug === undefined ? sendOne(request, reply) : sendMoved(request, reply, slug, '');
        },
      );
    }

    app.post(
      collection,
      {
        config: { access: scope, ...documentedConfig(create) },
        schema: {
          operationId: `create${name}`,
          summary: create.summary ?? `Create a ${kind}`,
          description: create.description ?? 'Public at once.',
          tags,
          body: ref(schemas.input),
          response: { 201: ref(schemas.whole) },
        },
      },
      async (request, reply) =>
        sendCreated(request, reply, await create.run(app.db, request.body as New, request.viewer)),
    );

    if (replace)
      app.put(
        member,
        {
          config: { access: scope, ifMatch: 'create', ...documentedConfig(replace) },
          schema: {
            operationId: `replace${name}`,
            summary: replace.summary ?? `Replace a ${kind}, or create it under a slug`,
            description:
              replace.description ??
              `What is not sent is emptied; the slug stays when none is sent. A slug that no ${kind} has is that of a new one; one that a ${kind} had before is a 308, so that nothing is made twice.`,
            tags,
            params,
            body: ref(schemas.input),
            response: { 200: ref(schemas.whole), 201: ref(schemas.whole) },
          },
        },
        async (request, reply) => {
          const { expected, body, viewer } = request;
          const put = await replace.run(app.db, paramOf(request, kind), expected, body as New, viewer);
          return sendPut(request, reply, put);
        },
      );

    app.patch(
      member,
      {
        config: { access: scope, ifMatch: true, ...documentedConfig(change) },
        schema: {
          operationId: `patch${name}`,
          summary: `Change a ${kind}`,
          description: change.description ?? 'A JSON merge patch.',
          tags,
          params,
          body: ref(schemas.patch),
          response: { 200: ref(schemas.whole) },
        },
      },
      async (request) =>
        change.run(app.db, paramOf(request, kind), request.expected, request.body as Patch, request.viewer),
    );

    app.delete(
      member,
      {
        config: { access: scope, ifMatch: true, ...documentedConfig(remove) },
        schema: {
          operationId: `delete${name}`,
          summary: `Delete a ${kind}`,
          ...(remove.description ? { description: remove.description } : {}),
          tags,
          params,
          ...(remove.query ? { querystring: remove.query } : {}),
          response: { 204: Type.Null({ description: 'It is gone.' }) },
        },
      },
      async (request, reply) => {
        const { expected, viewer, query } = request;
        await remove.run(app.db, paramOf(request, kind), expected, viewer, query as never);
        return reply.code(204).send(null);
      },
    );
  };
}

export const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const documentedConfig = ({ conflicts, examples }: Documented) => ({
  ...(conflicts ? { conflicts: [...conflicts] } : {}),
  ...(examples ? { examples } : {}),
});

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { redrawSvg } from '../../src/images/svg.ts';
import { clean, isNear, pixelAt, plain, refuse, svg, write } from './pictures.ts';

const rect = '<rect width="100%" height="100%" fill="#00ff00"/>';
const redrawn = async (text: string) => (await redrawSvg(Buffer.from(text))).toString();

test('an SVG is drawn as PNG in its own size, else in that of its view box', async () => {
  const sizes: [string, number, number][] = [
    ['width="40" height="30"', 40, 30],
    ['width="72pt" height="36pt" viewBox="0 0 72 36"', 96, 48],
    ['width="1in" height="25.4mm"', 96, 96],
    ['viewBox="0 0 120 50"', 120, 50],
    ['viewBox="0,0,120,50" width="240"', 240, 100],
    ['viewBox="0 0 120 50" height="100"', 240, 100],
    ['width="100%" height="100%" viewBox="0 0 33 17"', 33, 17],
    ['width="3840" height="1000"', 1920, 500],
    ['viewBox="0 0 1000 100000"', 38, 3840],
    ['width="1e9" height="1e9"', 1920, 1920],
    ['width="1e9" height="5e8"', 1920, 960],
  ];
  for (const [attributes, width, height] of sizes) {
    const { result, bytes } = await clean(svg(attributes, rect));
    assert.deepEqual(
      [result.mediaType, result.width, result.height],
      ['image/png', width, height],
      attributes,
    );
    assert.deepEqual(await pixelAt(bytes, width >> 1, height >> 1), [0, 255, 0, 255], attributes);
  }
  for (const attributes of [
    '',
    'width="0" height="5"',
    'width="-1" height="5"',
    'viewBox="0 0 0 0"',
    'width="1e999" height="1"',
  ])
    assert.match(await refuse(svg(attributes, rect)), /has no size/);
});

test('nothing outside of an SVG is loaded: no request is made, and no local file is read', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer(({ url }, response) => {
    seen.push(url);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const web = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // A red picture that would be seen, and a text that would be drawn.
  const secret = await write(await plain(50, 50, '#ff0000').png().toBuffer());
  for (const at of [`${web}/x.png`, `file://${secret}`, secret, `//127.0.0.1/x`]) {
    const parts = [
      `<image width="50" height="50" href="${at}"/>`,
      `<image width="50" height="50" xlink:href="${at}"/>`,
      `<image width="50" height="50" href="data:image/svg+xml;base64,${btoa(svg('width="50" height="50"', `<image width="50" height="50" href="${at}"/>`))}"/>`,
      `<use href="${at}#a"/>`,
      `<a href="${at}">${rect}</a>`,
      `<style>@import "${at}"; @import url(${at});</style>`,
      `<style>@font-face { font-family: x; src: url(${at}) } text { font-family: x }</style><text y="20">x</text>`,
      `<style>rect { fill: url(${at}#a) } rect { filter: u\\72l(${at}) }</style>${rect}`,
      `<rect width="50" height="50" style="fill: url('${at}#a') #00ff00"/>`,
      `<rect width="50" height="50" fill="#00ff00" mask="url(${at}#a)" filter="url( &quot;${at}#b&quot; )"/>`,
      `<rect width="50" height="50" cursor="u\\72l(${at})"/>`,
      `<filter id="f"><feImage href="${at}"/></filter><rect width="50" height="50" filter="url(#f)"/>`,
      `<pattern id="p" href="${at}"/><linearGradient id="g" xlink:href="${at}#a"/><rect width="9" height="9" fill="url(#p)"/>`,
      `<script href="${at}"/><foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${at}"/></foreignObject>`,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${at}" parse="text"/>`,
      `<g xml:base="${at}"><image width="50" height="50" href="x"/></g>`,
      `<text y="20"><tref xlink:href="${at}"/></text>`,
    ];
    for (const part of parts) {
      const text = `<?xml version="1.0"?><?xml-stylesheet href="${at}"?><!DOCTYPE svg PUBLIC "a" "${at}">${svg('width="50" height="50"', part)}`;
      const found = await clean(text).catch((error) => error);
      if (found.code === 'image-invalid') {
        assert.match(found.message, /A picture inside/, part);
        continue;
      }
      assert.ok(!(await redrawn(text)).includes(at), part);
      for (const x of [5, 25, 45]) {
        const [red = 0, green, , alpha] = await pixelAt(found.bytes, x, 10);
        assert.ok(alpha === 0 || red < 128 || green === 255, part);
      }
    }
  }
  server.close();
  assert.deepEqual(seen, []);
});

test('entities are refused where they are used, and declarations are left out', async () => {
  const secret = await write('SECRET');
  const laughs = [
    '<!ENTITY a "ha">',
    ...[...'bcdefghij'].map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`),
  ];
  const cases = [
    [laughs.join(''), '<text y="10">&j;</text>'],
    [`<!ENTITY x SYSTEM "file://${secret}">`, '<text y="10">&x;</text>'],
    [`<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;`, '<text y="10">&y;</text>'],
  ] as const;
  for (const [declarations, inside] of cases)
    assert.match(
      await refuse(`<!DOCTYPE svg [${declarations}]>${svg('width="20" height="20"', inside)}`),
      /not well-formed XML, or uses entities|no PNG/,
    );
  const plainType =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const { bytes } = await clean(
    `<?xml version="1.0" encoding="utf-8"?>\n${plainType}\n${svg('width="20" height="20"', rect)}`,
  );
  assert.deepEqual(await pixelAt(bytes, 9, 9), [0, 255, 0, 255]);
});

test('elements that use each other over and over are refused before they are drawn', async () => {
  const levels = (each: (from: number) => string) => Array.from({ length: 30 }, (_, at) => each(at)).join('');
  const bombs = [
    `<g id="l0"><path/></g>${levels((at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`)}<use href="#l30"/>`,
    levels(
      (at) =>
        `<pattern id="p${at + 1}" width="1" height="1"><rect width="1" height="1" fill="url(#p${at})"/>${'<path/>'.repeat(9)}<rect style="fill:url(#p${at})"/></pattern>`,
    ),
    levels(
      (at) =>
        `<marker id="m${at + 1}"><path marker-mid="url(#m${at})" d="${'M0 0L1 1 '.repeat(20)}"/></marker>`,
    ),
    levels((at) => `<mask id="k${at + 1}"><g mask="url('#k${at}')">${'<path/>'.repeat(20)}</g></mask>`),
  ];
  // The chain has to end in something for its costs to grow.
  const ends =
    '<pattern id="p0"><path/></pattern><marker id="m0"><path/></marker><mask id="k0"><path/></mask>';
  for (const bomb of bombs)
    assert.match(await refuse(svg('viewBox="0 0 9 9"', ends + bomb)), /draws more than 250000/);
  for (const circle of [
    '<g id="a"><use href="#a"/></g>',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    '<pattern id="p"><rect fill="url(#p)"/></pattern>',
  ])
    assert.match(await refuse(svg('viewBox="0 0 9 9"', circle)), /uses itself/);
  const chain = Array.from({ length: 5000 }, (_, at) => `<g id="c${at}"><use href="#c${at + 1}"/></g>`).join(
    '',
  );
  assert.match(await refuse(svg('viewBox="0 0 9 9"', chain)), /levels deep/);
  assert.match(
    await refuse(svg('viewBox="0 0 9 9"', '<g>'.repeat(5000) + '</g>'.repeat(5000))),
    /nests more than 100/,
  );
  assert.match(
    await refuse(svg('viewBox="0 0 9 9"', '<path/>'.repeat(100_001))),
    /more than 100000 elements/,
  );
  assert.match(
    await refuse(svg('viewBox="0 0 9 9"', ' '.repeat(4 * 1024 ** 2))),
    /bytes, and may have 4194304/,
  );
});

test('references inside, gradients of style sheets and pictures in data: URLs are drawn', async () => {
  for (const format of ['png', 'jpeg', 'gif', 'webp'] as const) {
    const picture = await plain(10, 10, '#00ff00').toFormat(format, { quality: 100 }).toBuffer();
    const { bytes } = await clean(
      svg(
        'width="20" height="20"',
        `<image width="20" height="20" xlink:href="data:image/${format};base64,\n${picture.toString('base64')}"/>`,
      ),
    );
    assert.ok(isNear(await pixelAt(bytes, 10, 10), [0, 255, 0, 255], 3), format);
  }
  const gradient = '<linearGradient id="그라디언트"><stop stop-color="#00ff00"/></linearGradient>';
  const drawn = [
    `<defs><rect id="r" width="20" height="20" fill="#00ff00"/></defs><use xlink:href="#r"/>`,
    `<defs>${gradient}</defs><style>/* a */ .a { fill: url("#그라디언트") }</style><rect class="a" width="20" height="20"/>`,
    `<defs>${gradient}</defs><rect style="fill: url( #그라디언트 )" width="20" height="20"/>`,
    `<clipPath id="c"><rect width="20" height="20"/></clipPath><g clip-path="url(#c)">${rect}</g>`,
    `<svg:rect xmlns:svg="http://www.w3.org/2000/svg" width="20" height="20" fill="#0f0"/>`,
    `<style><![CDATA[ rect { fill: #00ff00 } ]]></style><rect width="20" height="20"/>`,
  ];
  for (const inside of drawn) {
    const { bytes } = await clean(svg('width="20" height="20"', inside));
    assert.deepEqual(await pixelAt(bytes, 10, 10), [0, 255, 0, 255], inside);
  }
});

test('a picture inside an SVG is bounded as others are', async () => {
  const large = await plain(4001, 4000, 'red').png().toBuffer();
  const image = (bytes: Buffer) => `<image href="data:image/png;base64,${bytes.toString('base64')}"/>`;
  assert.match(await refuse(svg('viewBox="0 0 9 9"', image(large))), /more than 16 megapixels together/);
  assert.match(await refuse(svg('viewBox="0 0 9 9"', image(Buffer.from('%PDF')))), /no PNG, JPEG/);
  assert.match(await refuse(svg('viewBox="0 0 9 9"', image(large.subarray(0, 500)))), /broken|more than/);
});

test('what is not well-formed, not UTF-8 or of another namespace is refused', async () => {
  for (const text of [
    '<svg',
    '<svg>',
    '<svg width="1" height="1"/>',
    '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" a=b/>',
  ])
    await refuse(text);
  assert.match(
    await refuse(Buffer.from(svg('width="9" height="9"', '<text>\xe9</text>'), 'latin1')),
    /not UTF-8/,
  );
});

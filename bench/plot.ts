import { type Finding, judge, type Results } from './results.ts';

const width = 940;
const labelWidth = 510;
const rowHeight = 22;
const headHeight = 34;
/** Where a bar ends that is longer. */
const longest = 2;
const colours = {
  met: '#2f6f9f',
  missed: '#c4622d',
  told: '#9a9a9a',
  text: '#222',
  grid: '#ddd',
  goal: '#222',
};

/** The ratios of the table as bars, each with a mark at what is wanted of it, and the growth of costs as lines. */
export function drawPlot(all: Results[]): string {
  const ratios = all.flatMap(({ rows, findings }) =>
    findings
      .filter(
        ({ unit, group, least, most }) => unit === '×' && group !== 'growth' && (least ?? most) !== undefined,
      )
      .map((finding) => ({
        ...finding,
        what: all.length > 1 ? `${finding.what} (${short(rows)})` : finding.what,
      })),
  );
  const bars = drawBars(ratios);
  const growth = drawGrowth(
    all.findLast(({ findings }) => findings.some(({ group }) => group === 'growth')),
    bars.height,
  );
  const height = bars.height + growth.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img">
<title>The benchmark: Postil against bare baselines</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${bars.svg}
${growth.svg}
</svg>
`;
}

interface Drawn {
  svg: string;
  height: number;
}

function drawBars(findings: Finding[]): Drawn {
  const scale = (width - labelWidth - 60) / longest;
  const bottom = headHeight + findings.length * rowHeight;
  const grid = [0, 0.5, 1, 1.5, 2].map((value) => {
    const x = labelWidth + value * scale;
    return `${line(x, headHeight - 6, x, bottom, colours.grid)}${text(x, headHeight - 10, `${value}`, 'middle')}`;
  });
  const rows = findings.map((finding, at) => {
    const y = headHeight + at * rowHeight;
    const length = Math.min(finding.value, longest) * scale;
    const colour = judge(finding) ? colours.met : colours.missed;
    const goal = labelWidth + (finding.least ?? finding.most ?? 0) * scale;
    return [
      text(labelWidth - 8, y + 15, finding.what, 'end'),
      `<rect x="${labelWidth}" y="${y + 4}" width="${fixed(length)}" height="${rowHeight - 8}" fill="${colour}"/>`,
      line(goal, y + 1, goal, y + rowHeight - 1, colours.goal, 2),
      text(Math.max(labelWidth + length, goal) + 6, y + 15, `${finding.value}`, 'start'),
    ].join('');
  });
  const head = text(
    8,
    headHeight - 10,
    'as many times the baseline; marked: what is wanted',
    'start',
    'bold',
  );
  return { svg: [head, ...grid, ...rows].join('\n'), height: bottom + 16 };
}

/** Lines of the cost of a read by the number of reviews, as many times what it costs over the fewest. */
function drawGrowth(results: Results | undefined, top: number): Drawn {
  const lines = (results?.measured ?? [])
    .filter(({ group, figures }) => group === 'growth' && figures.length > 1)
    .map(({ what, figures }) => {
      const costs = figures.map(({ cpu, postgres }) => cpu + postgres);
      return {
        what,
        isTold: results?.findings.some((one) => one.what.startsWith(`${what}, `) && one.most === undefined),
        sizes: figures.map(({ server }) => Number.parseInt(server, 10)),
        values: costs.map((cost) => cost / (costs[0] || 1)),
      };
    });
  if (lines.length === 0) return { svg: '', height: 0 };
  const [plotHeight, left] = [220, 60];
  const right = labelWidth + 120;
  const [x0, y0] = [top + 30, top + 30 + plotHeight];
  const highest = Math.max(2, ...lines.flatMap(({ values }) => values));
  const sizes = lines[0]?.sizes ?? [];
  const xOf = (at: number) => left + (at * (right - left)) / Math.max(1, sizes.length - 1);
  const yOf = (value: number) =>
    y0 - (Math.log10(Math.max(value, 0.5) / 0.5) / Math.log10(highest / 0.5)) * plotHeight;
  const marks = [0.5, 1, 1.5, 2, 5, 10, 20, 50, 100].filter((value) => value <= highest);
  const grid = [
    ...marks.map(
      (value) =>
        line(left, yOf(value), right, yOf(value), value === 1.5 ? colours.goal : colours.grid) +
        text(left - 6, yOf(value) + 4, `${value}`, 'end'),
    ),
    ...sizes.map((size, at) => text(xOf(at), y0 + 16, short(size), 'middle')),
  ];
  const sorted = [...lines].sort((one, other) => (other.values.at(-1) ?? 0) - (one.values.at(-1) ?? 0));
  let last = Number.NEGATIVE_INFINITY;
  const drawn = sorted.map(({ what, isTold, values }) => {
    const colour = isTold ? colours.told : (values.at(-1) ?? 0) < 1.5 ? colours.met : colours.missed;
    const points = values.map((value, at) => `${fixed(xOf(at))},${fixed(yOf(value))}`).join(' ');
    last = Math.max(yOf(values.at(-1) ?? 1) + 4, last + 14);
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${text(right + 8, last, `${what} ${(values.at(-1) ?? 0).toFixed(2)}`, 'start')}`;
  });
  const head = text(
    8,
    x0 - 12,
    'processor time of a read by the number of reviews; grey: with a count, facets or a numbered page',
    'start',
    'bold',
  );
  return { svg: [head, ...grid, ...drawn].join('\n'), height: Math.max(y0 + 32, last + 16) - top };
}

const fixed = (value: number) => value.toFixed(1);
const short = (rows: number) =>
  rows >= 1_000_000 ? `${rows / 1_000_000} M` : rows >= 1000 ? `${rows / 1000} k` : `${rows}`;

function text(
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end',
  weight = 'normal',
): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${fixed(x)}" y="${fixed(y)}" text-anchor="${anchor}" font-weight="${weight}" fill="${colours.text}">${escaped}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string, thick = 1): string {
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="${colour}" stroke-width="${thick}"/>`;
}

import { files, folderOf, ownImports } from './imports.ts';

const [rowHeight, boxHeight, gap, margin, letter] = [64, 26, 14, 16, 7.2];

/** The folders of src, and for each those that it imports at run time. */
function readGraph(): Map<string, Set<string>> {
  const graph = new Map(files.map((file) => [folderOf(file), new Set<string>()]));
  for (const { from, to, typeOnly } of ownImports)
    if (!typeOnly && folderOf(from) !== folderOf(to)) graph.get(folderOf(from))?.add(folderOf(to));
  return graph;
}

/** The nodes that paths lead to from a node. */
function findReachable(graph: Map<string, Set<string>>, node: string, found = new Set<string>()) {
  for (const next of graph.get(node) ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    findReachable(graph, next, found);
  }
  return found;
}

/** Transitive reduction: without the edges that a longer path stands for, so that those that are left can be followed. */
function reduceGraph(graph: Map<string, Set<string>>): [string, string][] {
  return [...graph].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && findReachable(graph, other).has(to)))
      .map((to): [string, string] => [from, to]),
  );
}

/** Nodes in rows by the longest path that leads to them, so that every edge leads down. */
function rankNodes(graph: Map<string, Set<string>>): string[][] {
  const reachable = new Map([...graph.keys()].map((node) => [node, findReachable(graph, node)]));
  const ranks = new Map<string, number>();
  // A node that others reach reaches fewer itself: the most comes first.
  const sorted = [...graph.keys()].sort(
    (one, other) => (reachable.get(other)?.size ?? 0) - (reachable.get(one)?.size ?? 0),
  );
  for (const node of sorted)
    for (const next of graph.get(node) ?? [])
      ranks.set(next, Math.max(ranks.get(next) ?? 0, (ranks.get(node) ?? 0) + 1));
  const rows: string[][] = [];
  for (const node of sorted) {
    const rank = ranks.get(node) ?? 0;
    rows[rank] = [...(rows[rank] ?? []), node];
  }
  return rows.map((row) => row.sort());
}

interface Box {
  x: number;
  y: number;
  width: number;
}

function placeBoxes(rows: string[][]): { boxes: Map<string, Box>; width: number } {
  const widthOf = (node: string) => Math.round(node.length * letter) + 16;
  const widths = rows.map((row) => row.reduce((sum, node) => sum + widthOf(node) + gap, -gap));
  const width = Math.max(...widths) + 2 * margin;
  const boxes = new Map<string, Box>();
  rows.forEach((row, at) => {
    let x = (width - (widths[at] ?? 0)) / 2;
    for (const node of row) {
      boxes.set(node, { x, y: margin + at * rowHeight, width: widthOf(node) });
      x += widthOf(node) + gap;
    }
  });
  return { boxes, width };
}

function drawEdge(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.x + from.width / 2, from.y + boxHeight, to.x + to.width / 2, to.y];
  const bend = Math.min((y2 - y1) / 2, 40);
  return `<path d="M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}"/>`;
}

function drawBox(node: string, { x, y, width }: Box): string {
  const fill = node.endsWith('.ts') ? '#fff' : '#e8eef7';
  return `<rect x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="4" fill="${fill}" stroke="#456"/><text x="${x + width / 2}" y="${y + 17}">${node}</text>`;
}

/** The folders of src as a Hasse diagram of their imports, as SVG: a folder imports what lines lead down to from it. */
export function drawArchitecture(): string {
  const graph = readGraph();
  const rows = rankNodes(graph);
  const { boxes, width } = placeBoxes(rows);
  const height = (rows.length - 1) * rowHeight + boxHeight + 2 * margin;
  const edges = reduceGraph(graph).flatMap(([from, to]) => {
    const ends = [boxes.get(from), boxes.get(to)];
    return ends[0] && ends[1] ? [drawEdge(ends[0], ends[1])] : [];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="monospace" font-size="12" text-anchor="middle" role="img">
<title>The folders of src, and what they import</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<g fill="none" stroke="#9ab">
${edges.join('\n')}
</g>
${[...boxes].map(([node, box]) => drawBox(node, box)).join('\n')}
</svg>
`;
}

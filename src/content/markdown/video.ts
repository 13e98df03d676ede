const player = /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{1,64})(?:[?#]|$)/;

/** The page of the video of an iframe; undefined for any other. */
export function findVideo(src: string | null | undefined): string | undefined {
  const id = player.exec(src ?? '')?.[1];
  return id && `https://www.youtube.com/watch?v=${id}`;
}

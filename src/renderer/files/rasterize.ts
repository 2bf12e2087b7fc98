/** No side longer than this: browsers refuse larger canvases and answer with an empty picture. */
const MAX_SIDE = 16_000

export interface Raster {
  readonly png: Uint8Array
  /** Pixels a unit of the picture: as asked for, or fewer where the picture would be too large for any browser. */
  readonly scale: number
}

/**
 * Draws an SVG document that stands alone as PNG. A picture that would be too large is made smaller.
 *
 * @param wanted - pixels a unit of the picture
 * @throws where the browser can't draw it
 */
export async function rasterize(svg: string, wanted: number): Promise<Raster> {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const scale = Math.min(wanted, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
    const width = Math.max(1, Math.round(image.naturalWidth * scale))
    const height = Math.max(1, Math.round(image.naturalHeight * scale))
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('canvas.toBlob')
    return { png: new Uint8Array(await blob.arrayBuffer()), scale }
  } finally {
    URL.revokeObjectURL(url)
  }
}

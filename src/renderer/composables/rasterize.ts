/** No side longer than this: browsers refuse larger canvases and answer with an empty picture. */
const MAX_SIDE = 16_000

/**
 * Draws an SVG document that stands alone as PNG.
 *
 * @param scale - pixels a unit of the picture
 * @throws where the browser can't draw it, or the picture would be too large
 */
export async function rasterize(svg: string, scale: number): Promise<Uint8Array> {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const width = Math.round(image.naturalWidth * scale)
    const height = Math.round(image.naturalHeight * scale)
    if (Math.max(width, height) > MAX_SIDE) throw new Error(`${width} × ${height} px > ${MAX_SIDE} px`)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('canvas.toBlob')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(url)
  }
}

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ROOT, buildIfNeeded } from '../../../scripts/build-if-needed.mjs'

beforeAll(async () => {
  const build = await buildIfNeeded({ log: () => undefined })
  if (!build.ok) throw new Error(build.message)
}, 120_000)

const built = (path: string): string => readFileSync(join(ROOT, 'out', path), 'utf8')

describe('the real build', () => {
  it('has a preload that requires electron and nothing else, or the sandbox could not load it', () => {
    const required = [...built('preload/index.cjs').matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)
    expect(required).toEqual(['"electron"'])
    expect(built('preload/index.cjs')).not.toMatch(/\bimport\b\s*[({'"*]/)
  })

  it('has an entry for the browser and one for the command line that never load electron', () => {
    for (const entry of ['main/web.js', 'main/cli.js']) {
      const pending = [entry]
      const seen = new Set<string>()
      for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
        if (seen.has(file)) continue
        seen.add(file)
        const text = built(file)
        expect(text, file).not.toMatch(/from\s*['"]electron['"]/)
        const imports = text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)
        for (const [, path] of imports) pending.push(join(file, '..', path ?? ''))
      }
      expect(seen.size).toBeGreaterThan(1)
    }
  })

  it('shows a page that asks for nothing its own policy refuses: no inline script or style, no other host', () => {
    const html = built('renderer/index.html')
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*\bsrc=)|\son\w+=|https?:\/\//)
  })

  it('is served by npm start, whole, and ended by Ctrl-C', async () => {
    const env = { ...process.env, HANDSHAKE_LAB_NO_OPEN: '1' }
    const child = spawn(process.execPath, [join(ROOT, 'scripts/start.mjs'), '--browser'], { env })
    const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
    try {
      let output = ''
      child.stdout.on('data', (chunk) => (output += chunk))
      await expect.poll(() => output, { timeout: 20_000, interval: 20 }).toMatch(/#token=/)
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? ''
      const html = await (await fetch(origin)).text()
      const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
      expect(assets.length).toBeGreaterThan(2)
      for (const path of assets) expect((await fetch(new URL(path, origin))).status, path).toBe(200)
    } finally {
      child.kill('SIGINT')
    }
    const code = await exit
    // Windows has no signals: the process is simply ended there.
    if (process.platform !== 'win32') expect(code).toBe(0)
  })
})

import { spawn } from 'node:child_process'

/** Opens an address with the system's own opener, and says so where there is none. */
export function openInBrowser(url: string, note: (line: string) => void): void {
  const [command, args] = opener(process.platform, url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => note('No browser could be opened: open the address above yourself.'))
  child.unref()
}

function opener(platform: NodeJS.Platform, url: string): [string, string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

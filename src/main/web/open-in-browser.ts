import { spawn } from 'node:child_process'

/** The system's own opener of addresses; on Windows not `cmd /c start`: no shell reads the address. */
function opener(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}

/**
 * Asks the system to show an address. Its argument can be read by everybody on the computer: no secret may stand in it.
 *
 * @returns whether there is an opener; what comes of it, nobody tells
 */
export function openInBrowser(address: string): Promise<boolean> {
  const [command, ...args] = opener(process.platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    child.on('error', () => resolve(false))
    child.on('spawn', () => resolve(true))
    child.unref()
  })
}

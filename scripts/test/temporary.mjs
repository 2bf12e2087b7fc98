import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'

/**
 * Names the temporary folder by its real path, for this process and those that it starts. On macOS it is a link (/var to
 * /private/var), on Windows often a short name (RUNNER~1): a program that works in a folder there says another path
 * than the test that made the folder.
 */
export function useRealTemporaryFolder() {
  const real = realpathSync.native(tmpdir())
  for (const name of process.platform === 'win32' ? ['TEMP', 'TMP'] : ['TMPDIR']) process.env[name] = real
}

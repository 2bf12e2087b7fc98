/**
 * Electron's fuses (Electron documentation, "Electron Fuses"): what the packaged program can no longer be talked into,
 * whatever its arguments and environment.
 *
 * @param {NodeJS.Platform} platform the one that the package is for
 * @param {{ signed: boolean }} options
 * @returns {import('electron-builder').Configuration['electronFuses']}
 */
export const fuses = (platform, { signed }) => ({
  // Only code in our asar runs; macOS and Windows also compare it with a hash in the program. Linux has no such check.
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  // NODE_OPTIONS and --inspect would run other code as ours.
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // ELECTRON_RUN_AS_NODE would make the program a Node for anyone's script. The wire needs just that on Linux: its two ends
  // are Node programs under `unshare`, each in a network namespace of its own, and the only Node there is the app itself.
  runAsNode: platform === 'linux',
  // The page is served under app://, so file:// needs no rights beyond a browser's.
  grantFileProtocolExtraPrivileges: false,
  // There are no cookies; encrypting none would ask macOS users for their keychain.
  enableCookieEncryption: false,
  loadBrowserProcessSpecificV8Snapshot: false,
  // A changed program must be signed anew to run on Apple's processors; a real signature does that later anyway.
  resetAdHocDarwinSignature: platform === 'darwin' && !signed,
})

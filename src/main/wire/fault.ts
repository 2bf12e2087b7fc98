import { err, type Err } from '@shared/result'
import type { WireFault } from '@shared/wire/faults'

/** What to do about each, in one sentence. */
const SENTENCES: Readonly<Record<WireFault, string>> = {
  'wire-not-linux': 'The wire needs Linux: on this system use the loopback or the simulator.',
  'wire-no-unshare': 'The wire needs the program unshare: install the package util-linux.',
  'wire-namespaces-forbidden':
    'This system forbids user namespaces, which the wire is made of: allow them with "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0", or in a container with the right to create them.',
  'wire-no-tun': 'The wire needs the device /dev/net/tun, which is not there: load it with "sudo modprobe tun".',
  'wire-tun-forbidden':
    'This user may not open /dev/net/tun: let everybody with "sudo chmod 666 /dev/net/tun"; it gives no power over other networks.',
  'wire-no-koffi':
    'The wire needs the package koffi with a binary for this machine: run "npm install" without leaving out optional packages.',
  'wire-no-program': 'The program for the ends of the wire is missing: run "npm run build".',
  'wire-card-refused': 'The system did not let a network card be made for the wire.',
  'wire-end-died': 'One end of the wire has ended unexpectedly: connect again.',
  'wire-end-hung': 'One end of the wire has not answered for too long: connect again.',
  'wire-end-nonsense': 'One end of the wire said something that is not of its language: connect again.',
}

/** The failure in words; `detail` is what the system said, appended where it said something. */
export function wireFault(fault: WireFault, detail = ''): Err<WireFault> {
  const said = detail.trim().split('\n')[0] ?? ''
  return err(
    fault,
    said === '' ? SENTENCES[fault] : `${SENTENCES[fault]} (${said})`,
    said === '' ? {} : { detail: said },
  )
}

import { BlockList, isIP, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Address } from '@shared/trace/schema'
import { addressNotOurs, portInvalid, type LabFailure } from './failures'

/** The lab listens where only this computer can reach it (RFC 5735 §3, RFC 4291 §2.5.3). */
const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Refuses what could never be listened on, before the system is asked. */
export function checkAddress(host: string, port: number): LabFailure | null {
  const family = isIP(host)
  const ours = host === 'localhost' || (family !== 0 && loopback.check(host, family === 6 ? 'ipv6' : 'ipv4'))
  if (!ours) return addressNotOurs(host)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return portInvalid(port)
  return null
}

/** Where this server really listens. */
export function serverAddress(server: Server): AddressInfo | null {
  const address = server.address()
  return address === null || typeof address === 'string' ? null : address
}

export const localAddress = ({ localAddress: address, localPort: port }: Socket): Address | null =>
  address === undefined || port === undefined ? null : { address, port }

export const remoteAddress = ({ remoteAddress: address, remotePort: port }: Socket): Address | null =>
  address === undefined || port === undefined ? null : { address, port }

export { createEndpoint } from './tcb'
export { sendRoom } from './calls/send'
export { step } from './step'
export { nextTimer } from './timers'

export { createEndpoint } from './create'
export { sendRoom } from './calls/send'
export { step } from './step'
export { nextTimer } from './deadline'

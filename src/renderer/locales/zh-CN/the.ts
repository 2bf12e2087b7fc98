export default {
  client: '客户端',
  server: '服务器',
}

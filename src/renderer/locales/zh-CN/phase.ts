export default {
  connecting: '连接中',
  open: '已连接',
  closing: '关闭中',
  closed: '已关闭',
  failed: '失败',
}

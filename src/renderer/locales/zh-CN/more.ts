export default {
  more: '更多',
  reading: '读取',
  pause: '{side}暂停读取',
  resume: '{side}恢复读取',
  stop: '全部停止',
  stopMore: '关闭所有套接字并停止监听。',
  reset: '重新开始',
  resetMore: '停止，并清除所有连接。',
}

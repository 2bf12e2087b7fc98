export default {
  connecting: {
    title: '正在连接实验室…',
    text: '请稍候。',
  },
  lost: {
    title: '与实验室的连接已断开。',
    text: '已显示的内容会保留，并会自动重试。请确认“npm start”仍在运行，且打开的是它所打印的完整地址。',
  },
}

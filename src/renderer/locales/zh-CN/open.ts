export default {
  opened: '已打开：{name}',
  refused: '未能打开“{name}”。{reason}',
  tooLarge: '文件大于 64 MiB。',
  notJson: '它不是 JSON 文件。',
  notTrace: '它不是本应用的记录：“{path}”处，{problem}。',
  noConnection: '其中没有任何连接。',
}

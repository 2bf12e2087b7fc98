export default {
  zoom: { in: '放大', out: '缩小', reset: '适合宽度', level: '缩放 {percent}' },
  tools: '缩放',
  newest: '转到最新的报文段',
  legend: '图例',
  waiting: '这里还没有发生任何事。客户端与服务器互相发送的报文段将显示在这两条线之间。',
  keys: '上下方向键在标记之间移动，回车键选中，加号和减号缩放。',
}

export default {
  unknown: '出了点问题。',
  'port-in-use': {
    title: '端口 {port} 已被占用。',
    text: '另一个程序正在监听。请在“服务器与套接字选项”中换一个端口，或填 0 使用任意空闲端口。',
  },
  'port-forbidden': {
    title: '使用端口 {port} 需要更高权限。',
    text: '当前用户不能监听 1024 以下的端口，请选择 1024 或更大的端口。',
  },
  'port-invalid': {
    title: '{port} 不是有效端口。',
    text: '请选择 0（任意空闲端口）到 65535 之间的整数。',
  },
  'address-not-ours': {
    title: '{host} 不是本机的回环地址。',
    text: '请使用 127.0.0.1 或 ::1。',
  },
  'address-unavailable': {
    title: '本机没有地址 {host}。',
    text: 'IPv6 可能已被禁用。请在“服务器与套接字选项”中选择 127.0.0.1。',
  },
  'already-listening': {
    title: '服务器已在端口 {port} 上监听。',
    text: '请先停止它（更多 → 全部停止），再换到别处监听。',
  },
  'not-listening': {
    title: '服务器没有在监听。',
    text: '请点击“连接”，它会启动服务器。',
  },
  'already-connected': {
    title: '仍有一个连接处于打开状态。',
    text: '请先关闭它，再重新连接。',
  },
  'not-connected': {
    title: '这一方没有连接。',
    text: '请先点击“连接”。',
  },
  'no-such-connection': {
    title: '该连接已不存在。',
    text: '只保留最近 50 个连接，请选择其他连接。',
  },
  'side-not-ours': {
    title: '这一端属于其他程序。',
    text: '只有它自己的使用者才能操作它；这里只能操作服务器一端。',
  },
  'write-after-end': {
    title: '这一方已经结束发送。',
    text: '调用 end() 之后不能再写入；对方仍可发送。',
  },
  'already-ended': {
    title: '这一方已经结束。',
    text: 'FIN 只发送一次。请关闭另一方，或中止连接。',
  },
  'connection-refused': {
    title: '连接被拒绝。',
    text: '该处无人监听，请先启动服务器。',
  },
  'scenario-running': {
    title: '场景仍在运行。',
    text: '请等待其结束，或点击“停止”。',
  },
  'experiment-running': {
    title: '已有实验正在运行。',
    text: '请等待其结束，或点击“停止”：同时运行会互相干扰计时。',
  },
  'experiment-stopped': {
    title: '实验已停止。',
    text: '如需结果，请重新开始。',
  },
  'scenario-invalid': {
    title: '无法运行此场景。',
    text: '{reason}',
  },
  'step-timeout': {
    title: '第 {step} 步没有等到。',
    text: '等待 {event} 已达 {seconds} 秒，场景到此结束；请换一个场景或重新运行。',
  },
  'step-failed': {
    title: '第 {step} 步失败。',
    text: '{reason}',
  },
  'bad-params': {
    title: '实验室不接受该值。',
    text: '{reason}',
  },
  'bad-answer': {
    title: '无法理解实验室的应答。',
    text: '应用与实验室的版本可能不同，请重新加载页面。',
  },
  'unknown-command': {
    title: '实验室不支持该命令。',
    text: '应用与实验室的版本可能不同，请重新加载页面。',
  },
  forbidden: {
    title: '此页面没有访问实验室的令牌。',
    text: '请打开终端打印的完整地址，包括 # 之后的部分。',
  },
  disconnected: {
    title: '与实验室的连接已断开。',
    text: '请确认“npm start”仍在运行；页面会自动重新连接。',
  },
  'save-failed': {
    title: '文件未能保存。',
    text: '{reason}',
  },
  'not-supported': {
    title: '此处无法完成该操作。',
    text: '{reason}',
  },
  internal: {
    title: '发生了意外错误。',
    text: '{reason}',
  },
}

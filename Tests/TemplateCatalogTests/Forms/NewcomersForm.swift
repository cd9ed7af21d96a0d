/// A form as somebody writes it who knows README.md and no more.
enum NewcomersForm {
    static let text = """
        format: 1
        id: leave-slip
        version: 3
        title: 请假单
        english: Leave slip
        subtitle: 一式两份
        reference: false
        copies: 2
        fields:
          name: { label: 姓名, required: true, from: name }
          reason: { label: 事由, type: lines, limit: 200 }
          from: { label: 起, type: date }
          until: { label: 止, type: date }
          phone: { label: 电话, type: phone }
          how: { label: 交通, type: choices, options: [火车, 汽车] }
          trips:
            label: 行程
            type: rows
            limit: 4
            columns:
              day: { label: 日期, type: date, required: true }
              place: { label: 地点 }
        blocks:
          - text: { text: "致 {line 30}：", indent: 0 }
          - table:
              columns: [20, 1, 20, 2]
              rows:
                - [name, phone]
                - [{ label: 时间 }, { text: "{from} 至 {until}", span: 2 }, { photo: 照片, rows: 2 }]
                - [{ field: how, bare: true, span: 3 }]
                - { cells: [reason], grow: 30 }
                - [{ list: trips, rows: 3, numbering: 序号, rowHeight: 9 }]
                - { cells: [{ text: [], seal: 公章, date: "{date}" }], stretch: 40 }
          - space: 4.5
          - signs: ["签字：{line 40}", { text: "{{准}}{date}", align: right }]
        notes:
          - { text: 请勿涂改。, look: small, align: left }
        """
}

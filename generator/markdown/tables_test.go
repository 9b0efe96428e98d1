package markdown

import "testing"

func TestTables(t *testing.T) {
	const rows = "| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | 3 |"
	const table = "\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\" class=\"num\">b</th>\n<th scope=\"col\" class=\"mid\">c</th>\n</tr>\n</thead>\n" +
		"<tbody>\n<tr>\n<td>1</td>\n<td class=\"num\">2</td>\n<td class=\"mid\">3</td>\n</tr>\n</tbody>\n</table></div>"
	const open = `<div class="scroll" role="region" aria-labelledby="t-1" tabindex="0"><table>` + "\n"
	const caption = open + `<caption id="t-1">Votes</caption>` + table
	run(t, []example{
		{"Tableau : Votes\n\n" + rows, caption, ""},
		{"Tableau : Votes\n" + rows, caption, ""},
		{rows + "\n\nTable: Votes", caption, ""},
		{rows + "\nTableau : Votes", caption, ""},
		{rows + "\n\nTableau 3 : Votes", open + `<caption id="t-1">Tableau 3¬: Votes</caption>` + table, ""},
		{"## A\n\n" + rows, `<h2 id="s-a">A</h2>` + "\n" + `<div class="scroll" role="region" aria-labelledby="s-a" tabindex="0"><table>` + table, ""},
		{"é\n\n" + rows, "<p>é</p>\n" + `<div class="scroll" tabindex="0"><table>` + table, "3:1 table-without-caption"},
		{"## A\n\n" + rows + "\n\n" + rows, "*", "7:1 table-without-caption"},
		{rows + "\n\nTableau : Votes\n\n" + rows, "*", "1:1 table-without-caption"},
		{"Tableau : Votes", "<p>Tableau¬: Votes</p>", ""},
		{"T\n\n| a | |\n|-|-|", "*", "3:1 table-without-caption, 3:6 empty-header-cell"},
		{"Table : V\n\n| a | b |\n|-|-|\n| **x** | 1 |", open + `<caption id="t-1">V</caption>` +
			"\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n<th scope=\"col\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<th scope=\"row\">x</th>\n<td>1</td>\n</tr>\n</tbody>\n</table></div>", ""},
	})
}

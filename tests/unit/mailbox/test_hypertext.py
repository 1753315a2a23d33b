from __future__ import annotations

import pytest

from meedoen.mailbox.hypertext import plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ('<p class="MsoNormal">a<o:p></o:p></p>\r\n<p class=MsoNormal>b</p>', "a\nb"),
        ("a &amp; b&nbsp;&lt;c&gt; &eacute;&#233;", "a & b <c> éé"),
        ("<div>&nbsp; - datum: x</div>", "  - datum: x"),
        ("a\r\n  b   c", "a b c"),
        ("<pre>a\n  b</pre>c", "a\n  b\nc"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("a<hr>b", "a\n---\nb"),
        ("<head><title>x</title></head><style>p {}</style><script>1</script>a", "a"),
        ("<!-- x --><!--[if mso]>y<![endif]-->a<!-- open", "a"),
        ('<div>a</div><div class="gmail_signature">x</div>', "a\n--\nx"),
        ("1 < 2 <3> <", "1 < 2 <3> <"),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("", ""),
    ],
)
def test_page_as_lines(source: str, text: str) -> None:
    assert plain(source) == f"{text}\n"

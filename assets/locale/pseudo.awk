# Makes the catalogue of the test language "xx" from any .po file: each English text with accents on
# its letters, between ‹ and ›, 40 % longer. Placeholders, keys ("Ctrl+K"), options ("--limit"),
# escapes, widget ids ("##close") and the blanks around a text stay as they are. What is seen in the
# window without ‹ › is not translated; what does not fit would not fit in a longer language either.
#
#   awk -f pseudo.awk de.po > xx.po

BEGIN {
  split("å ƀ ç đ é ƒ ğ ħ í ĵ ķ ļ m ñ ö p q ř š ţ ü v ŵ x ý ž", small, " ")
  split("Å Ɓ Ç Đ É F Ğ Ħ Í Ĵ Ķ Ļ M Ñ Ö P Q Ř Š Ţ Ü V Ŵ X Ý Ž", large, " ")
  for (i = 1; i <= 26; ++i) {
    accented[substr("abcdefghijklmnopqrstuvwxyz", i, 1)] = small[i]
    accented[substr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", i, 1)] = large[i]
  }
}

# One word; counts into `letters` what it is wide.
function accents(word,    i, c, out, depth) {
  if (word ~ /^\(?(Ctrl|Alt|Shift)\+/ || word ~ /^\(?--/) return word
  for (i = 1; i <= length(word); ++i) {
    c = substr(word, i, 1)
    if (c == "{") ++depth
    if (depth == 0 && c == "\\") { out = out c substr(word, ++i, 1); continue }
    if (depth == 0) ++letters
    out = out (depth == 0 && c in accented ? accented[c] : c)
    if (c == "}") --depth
  }
  return out
}

function longer(count, apart,    out, i) {
  for (i = 0; i < count; ++i) out = out (apart && i % 8 == 0 ? " " : "") "~"
  return out
}

function pseudo(text,    id, before, after, words, n, i, out) {
  letters = 0
  if ((i = index(text, "##")) > 0) { id = substr(text, i); text = substr(text, 1, i - 1) }
  if (match(text, /^( |\\n)+/)) { before = substr(text, 1, RLENGTH); text = substr(text, RLENGTH + 1) }
  if (match(text, /( |\\n)+$/)) { after = substr(text, RSTART); text = substr(text, 1, RSTART - 1) }
  if (text == "") return before after id
  n = split(text, words, /[ ]/)
  for (i = 1; i <= n; ++i) {
    if (i > 1) { out = out " "; ++letters }
    out = out accents(words[i])
  }
  return before "‹" out longer(int(letters * 0.4 + 0.999), n > 1) "›" after id
}

function finish() {
  if (msgid == "") {
    if (header++) return
    print "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: nahraum\\n\"\n\"Language: xx\\n\""
    print "\"Language-Team: none\\n\"\n\"Last-Translator: none\\n\"\n\"PO-Revision-Date: none\\n\""
    print "\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\""
    print "\"Content-Transfer-Encoding: 8bit\\n\"\n\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
    return
  }
  print "msgid \"" msgid "\""
  if (plural == "") {
    print "msgstr \"" pseudo(msgid) "\"\n"
  } else {
    print "msgid_plural \"" plural "\""
    print "msgstr[0] \"" pseudo(msgid) "\"\nmsgstr[1] \"" pseudo(plural) "\"\n"
  }
}

function quoted(line) {
  sub(/^[^"]*"/, "", line)
  sub(/"[ \t]*$/, "", line)
  return line
}

/^#/ { next }
/^msgid "/ { if (seen) finish(); seen = 1; msgid = quoted($0); plural = ""; part = "id"; next }
/^msgid_plural "/ { plural = quoted($0); part = "plural"; next }
/^msgstr/ { part = "str"; next }
/^"/ && part == "id" { msgid = msgid quoted($0) }
/^"/ && part == "plural" { plural = plural quoted($0) }
END { if (seen) finish() }

#!/usr/bin/env bash
# Collects the texts of src/ (base::tr, base::tr_n) and merges them into every .po beside this file.
# --check changes nothing: it fails when a text is missing, fuzzy or untranslated.
set -euo pipefail
cd "$(dirname "$(realpath "$0")")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

(cd ../../src && find . -name '*.cpp' -o -name '*.hpp' | sed 's,^\./,,' | LC_ALL=C sort) >"$work/files"
xgettext --language=C++ --from-code=UTF-8 --keyword=tr:1 --keyword=tr_n:1,2 --keyword=tr_noop:1 \
  --add-comments=Translators --no-wrap --sort-by-file --package-name=nahraum --copyright-holder='the Nahraum authors' \
  --add-location=file --force-po \
  --directory=../../src --files-from="$work/files" --output="$work/nahraum.pot" 2>"$work/warnings" ||
  { cat "$work/warnings" >&2; exit 1; }
# Texts are formatted with fmt: "{} % of" is no printf format.
sed -i '/^#, c-format$/d' "$work/nahraum.pot"

# The first time: German, with its plural rule.
if [[ ${1:-} != --check && ! -e de.po ]]; then
  msginit --no-translator --no-wrap --locale=de_DE.UTF-8 --input="$work/nahraum.pot" -o de.po 2>/dev/null
fi

status=0
for po in *.po; do
  [[ -e $po ]] || { echo "There is no .po file in assets/locale." >&2; exit 1; }
  msgmerge --quiet --no-wrap --no-fuzzy-matching --previous "$po" "$work/nahraum.pot" -o "$work/merged.po"
  if [[ ${1:-} != --check ]]; then
    msgattrib --no-obsolete --no-wrap "$work/merged.po" -o "$po"
    msgfmt --check --statistics -o /dev/null "$po"
    continue
  fi
  msgfmt --check -o /dev/null "$work/merged.po"
  for state in untranslated only-fuzzy; do
    open=$(msgattrib --"$state" --no-obsolete --no-wrap "$work/merged.po" | grep -v '^#, ' | grep '^msgid "..*"' || true)
    if [[ -n $open ]]; then
      printf '%s: %s (%s):\n%s\n' "$po" "$state" "$(wc -l <<<"$open")" "$open"
      status=1
    fi
  done
done
if [[ $status != 0 ]]; then echo "Run assets/locale/update.sh and translate what it left empty."; fi
exit $status

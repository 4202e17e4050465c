# Blocks, and what is refused where nothing is to be paid
store init --fields schema
org add --number 0403170701 --name Poetshulp --fields number
refund list
refund show i-1
refund block --org 0403170701 --region brussels --cause social-debt --reason 'RSZ 2026-114'
refund block --org 0403170701 --region brussels --cause social-debt --reason 'RSZ 2026-114' --fields id,cause
refund block --org 0403170701 --cause social-debt --reason x
refund block --org 0403170701 --region brussels --cause fiscal-debt
refund block --issuance i-1 --cause control --reason x
file blocks.csv
  org;region;cause;reden
  0403170701;Vlaanderen;control;steekproef
  0403170701;brussels;social-debt;nog eens
  0403170701;brussels;iets;fout
refund block --file blocks.csv --skip-invalid
refund blocked
refund blocked --issuances
refund release --org 0403170701 --region brussels --cause social-debt --reason betaald --fields id,released
refund release --org 0403170701 --region brussels --cause social-debt --fields id,released
refund release --org 0403170701 --region wallonia --cause other
refund price --all
refund price
refund pay i-1 --on 2026-11-23 --amount 82.56 --reference 26-0117
refund pay i-1 --on 2026-11-23 --amount 82,567 --reference 26-0117
audit list --subject b-1 --fields action,subject
store check
audit verify

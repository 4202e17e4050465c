scene refund
set DCADMIN_NOW=2024-02-01T09:00:00Z
dcadmin refund list --org 0566988259 --state pending --sort expected
dcadmin refund show i-3
dcadmin refund show i-3 --lines
dcadmin refund blocked --org 0566988259
dcadmin refund block --org 0566988259 --region brussels --cause social-debt --reason 'RSZ 2026-114'
dcadmin refund blocked --issuances --cause social-debt
dcadmin refund release --org 0566988259 --region flanders --cause first-hand-in --reason 'inspected'
dcadmin refund price --all
dcadmin refund pay i-3 --on 2024-02-01 --amount 82.56 --reference 24-0117
file payments.csv
  issuance;on;amount;reference
  i-1;01/02/2024;82.56;24-0118
dcadmin refund pay --file payments.csv

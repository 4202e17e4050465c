scene issuance
dcadmin issuance auto set --org 0566988259 --every month
dcadmin issuance auto set --org 0566988259 --region brussels --every week --on 5
dcadmin issuance auto show --org 0566988259
dcadmin issuance auto off --org 0566988259 --region wallonia
dcadmin issuance create --org 0566988259 --region flanders --service d-1 --draft
dcadmin issuance create --org 0566988259 --region flanders --service d-2 --draft
dcadmin issuance create --org 0566988259 --region flanders --service d-3 --draft
dcadmin issuance submit i-3
dcadmin issuance show i-3
dcadmin issuance show i-3 --items -o csv
dcadmin issuance show i-3 --html slip.html
dcadmin issuance receive i-3

scene issuance
dcadmin issuance create --org 0566988259 --region flanders --service d-1 --draft
dcadmin issuance create --org 0566988259 --region flanders --service d-2 --draft
dcadmin issuance create --org 0566988259 --region flanders --service d-3 --draft
dcadmin issuance cancel i-3 --reason 'one service is wrong'
dcadmin issuance create --org 0566988259 --region flanders
dcadmin issuance list --org 0566988259 --reverse
dcadmin issuance expired --org 0566988259
dcadmin issuance status --missing --exit-code
dcadmin issuance run --catch-up
dcadmin issuance run --org 0566988259 --period 2026-11
dcadmin paper receive --org 0566988259 --region flanders --number 0012345680 --usable-until 2027-03-31 --date 2026-11-20 --worker 980000000182 --activity household
dcadmin issuance create --org 0566988259 --region flanders --paper --month 2026-11

# A month later some vouchers have ten days left.
scene issuance
set DCADMIN_NOW=2026-12-21T09:00:00Z
dcadmin issuance create --org 0566988259 --region brussels --at-risk

scene zone
file workers.csv
  number;first_name;last_name;org;region
  93.05.18-223.61;Zoë;D'Hondt;0566988259;flanders
dcadmin worker add --file workers.csv
dcadmin worker list --org 0566988259 --no-contract
dcadmin worker show 980000000182
dcadmin worker update 980000000182 --phone '+32 470 12 34 56'
dcadmin contract add --worker 980000000182 --site 2147812701 --from 2026-09-01 --hours 19.5
dcadmin contract list --worker 980000000182
dcadmin contract end --worker 980000000182 --on 2026-12-31
dcadmin worker reset-password 980000000182
apart a gateway for messages is wanted: tests/operations sends to one
dcadmin worker reset-password 980000000182 --send
dcadmin worker deactivate 980000000182 --reason 'left the company'
dcadmin worker activate 980000000182

# In a company that does not know him yet.
scene office
dcadmin worker add --number 85073003328 --first-name Lucas --last-name Maes --org 0566988259 --region wallonia --phone '+32 470 12 34 56'

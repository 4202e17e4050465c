scene granted
dcadmin audit list --subject g-12
dcadmin audit list --reverse --limit 10
dcadmin audit checkpoint > checkpoint.csv
dcadmin audit verify --since checkpoint.csv
dcadmin audit export --from 2026-01-01 > log.jsonl

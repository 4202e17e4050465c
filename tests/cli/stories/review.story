scene granted
dcadmin --as p-12 chief designate --org 0566.988.259 --self --email directie@example.be --phone +3212345678 --confirm 0566.988.259
dcadmin review start --org 0566.988.259 --due 2026-12-31 --reason 'first'
dcadmin review close v-1
dcadmin review start --org 0566.988.259 --due 2026-12-31 --reason 'second'
dcadmin review close v-2
dcadmin review start --org 0566.988.259 --due 2027-01-31 --reason 'yearly review'
dcadmin review list --state open --sort due
dcadmin review status v-3
dcadmin review export v-3 --folder reviews
dcadmin review import v-3 --grant g-9 --decision keep
dcadmin review import v-3 --file reviews/v-3-p-12.csv --revocations end.csv
dcadmin review close v-3 --revocations end.csv

scene zone
dcadmin company show --org 0566988259
dcadmin company update --org 0566988259 --accreditation V12345 --activity 'household|ironing' --from 2020-01-01 --reason 'decision of the region'
dcadmin company update --org 0566988259 --accreditation V12345 --until 2026-12-31
dcadmin contact add --org 0566988259 --person p-12 --purpose pickups --consent 2026-11-02
dcadmin contact list --org 0566988259 --purpose pickups
dcadmin contact update --org 0566988259 --person p-12 --purpose pickups
dcadmin contact remove --org 0566988259 --person p-12 --purpose pickups

scene zone
dcadmin subsidiary list --org 0777999980
dcadmin subsidiary deactivate 0566.988.259 --confirm 0566.988.259 --reason 'taken over by the parent'


scene zone
dcadmin report --html state.html --org 0566.988.259
dcadmin report --html state.html --replace --org 0566.988.259 --within 3m

// Code lists, gazetteer and boundaries; every database gets them. Prints one line when it changed something.

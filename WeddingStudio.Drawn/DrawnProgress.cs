namespace WeddingStudio.Drawn;

public readonly record struct DrawnProgress(int Done, int Total);

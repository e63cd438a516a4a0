namespace WeddingStudio.Engine.Inference.Devices;

/// <summary>
/// The device that models should run on cannot be used, or failed at work. The message names it and says what to do. No photo
/// is to blame: an analysis stops, and its photos keep waiting.
/// </summary>
public sealed class DeviceException(string message, Exception? inner = null) : Exception(message, inner);
